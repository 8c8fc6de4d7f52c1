package io.signalbox.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.engine.Engine;
import io.signalbox.engine.config.Configuration;
import io.signalbox.server.access.AccessFilter;
import io.signalbox.server.access.Doorkeeper;
import io.signalbox.server.access.Unknown;
import io.signalbox.server.drive.RealTime;
import io.signalbox.server.drive.Work;
import io.signalbox.server.live.Boards;
import io.signalbox.server.live.Notices;
import jakarta.servlet.ServletRegistration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is wired to what: the one readable place. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan("io.signalbox.server")
class Wiring {
    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    @Bean
    Engine engine(ServerParts parts) {
        return new Engine(
                parts.storage(),
                parts.configuration(),
                parts.connectors(),
                parts.clock(),
                parts.ticker(),
                parts.settings());
    }

    @Bean
    Configuration configuration(ServerParts parts) {
        return parts.configuration();
    }

    @Bean
    ClockKind clockKind(ServerParts parts) {
        return parts.clockKind();
    }

    @Bean
    Work work(Engine engine) {
        return new Work(engine);
    }

    @Bean
    RealTime realTime(Engine engine, Work work) {
        return new RealTime(engine, work);
    }

    @Bean
    Notices notices() {
        return new Notices();
    }

    @Bean
    Boards boards(Engine engine, ServerParts parts, JsonMapper json, Notices notices) {
        return new Boards(engine, parts.configuration(), json, parts.ticker(), notices::changed);
    }

    @Bean
    Doorkeeper doorkeeper(ServerParts parts) {
        return new Doorkeeper(parts.access(), InstantSource.system());
    }

    @Bean
    ServletContextInitializer mounts(ServerParts parts) {
        return context -> parts.mounts().forEach((pattern, servlet) -> {
            ServletRegistration.Dynamic mounted = context.addServlet("mount " + pattern, servlet);
            mounted.addMapping(pattern);
            mounted.setAsyncSupported(true);
        });
    }

    /** Strict at the edge: what is not known is refused, what is absent is left out. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_ABSENT));
    }

    /** Everything needs a caller who is known, but the pages' own files, the doors, and health. */
    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Doorkeeper doorkeeper,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(a -> {})
                .addFilterBefore(new AccessFilter(doorkeeper, problems), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(a -> a.requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(e -> e.authenticationEntryPoint(new Unknown()))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CSP))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }
}
