package io.signalbox.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A parameter that a request of the API does not have is a slip of the caller's, and said so. */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            List<String> known = Arrays.stream(method.getMethod().getParameters())
                    .filter(p -> p.isAnnotationPresent(RequestParam.class))
                    .map(p -> p.getName())
                    .sorted()
                    .toList();
            for (String name : new TreeSet<>(request.getParameterMap().keySet())) {
                if (!known.contains(name)) {
                    throw Refused.invalid(
                            name,
                            "unknown-parameter",
                            "unknown parameter \"%s\"; known here: %s"
                                    .formatted(name, known.isEmpty() ? "none" : String.join(", ", known)));
                }
            }
        }
        return true;
    }
}
