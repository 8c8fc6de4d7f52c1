package io.signalbox.server;

import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.Engine;
import io.signalbox.server.access.Doorkeeper;
import io.signalbox.server.drive.RealTime;
import io.signalbox.server.drive.Work;
import io.signalbox.server.live.Boards;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running server. */
public final class SignalboxServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final ServerParts parts;

    private SignalboxServer(ConfigurableApplicationContext context, ServerParts parts) {
        this.context = context;
        this.parts = parts;
    }

    /**
     * Starts a server: the engine's storage is brought in line with its configuration, pages and API are served. Work is not driven
     * yet.
     *
     * @throws PortInUseException if the port is taken
     */
    public static SignalboxServer start(ServerParts parts) {
        SpringApplication application = new SpringApplication(Wiring.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties(parts));
        application.addInitializers(c -> ((GenericApplicationContext) c).registerBean(ServerParts.class, () -> parts));
        SignalboxServer server = new SignalboxServer(run(application), parts);
        try {
            server.engine().start();
            server.boards().start();
            return server;
        } catch (RuntimeException e) {
            // Half a server would answer, and do nothing.
            server.close();
            throw e;
        }
    }

    private static Map<String, Object> properties(ServerParts parts) {
        return Map.ofEntries(
                Map.entry("server.address", parts.address()),
                Map.entry("server.port", parts.port()),
                Map.entry("server.shutdown", "immediate"),
                Map.entry("server.forward-headers-strategy", "native"),
                Map.entry("server.compression.enabled", "true"),
                Map.entry("server.compression.mime-types", "application/json,text/html,text/css,text/javascript"),
                Map.entry("spring.threads.virtual.enabled", "true"),
                Map.entry("spring.main.lazy-initialization", "false"),
                Map.entry("spring.mvc.async.request-timeout", "-1"),
                Map.entry("logging.level.root", "WARN"),
                // Whoever starts the server is thrown what went wrong, and says it.
                Map.entry("logging.level.org.springframework.boot.SpringApplication", "OFF"),
                Map.entry("logging.level.org.springframework.boot.diagnostics", "OFF"),
                Map.entry("logging.level.org.springframework.boot.web.server.servlet.context", "ERROR"));
    }

    /** Spring tells of a taken port within another exception. */
    private static ConfigurableApplicationContext run(SpringApplication application) {
        try {
            return application.run();
        } catch (ApplicationContextException e) {
            if (e.getCause() instanceof PortInUseException taken) {
                taken.addSuppressed(e);
                throw taken;
            }
            throw e;
        }
    }

    /** Drives the work by the real clock from now on. */
    public void drive() {
        context.getBean(RealTime.class).start();
    }

    /** Something may be due in an app. */
    public void wake(AppKey app) {
        boards().changed(app);
        context.getBean(RealTime.class).wake();
    }

    public int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    public Engine engine() {
        return context.getBean(Engine.class);
    }

    public Work work() {
        return context.getBean(Work.class);
    }

    public Boards boards() {
        return context.getBean(Boards.class);
    }

    public Doorkeeper doorkeeper() {
        return context.getBean(Doorkeeper.class);
    }

    public ServerParts parts() {
        return parts;
    }

    @Override
    public void close() {
        context.close();
    }
}
