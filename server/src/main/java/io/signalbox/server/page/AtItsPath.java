package io.signalbox.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** The page names its files relative to itself, but is served at many addresses: it gets the path that the server is under. */
final class AtItsPath implements ResourceTransformer {
    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource next = chain.transform(request, resource);
        if (!"index.html".equals(next.getFilename())) {
            return next;
        }
        String page = next.getContentAsString(StandardCharsets.UTF_8);
        String placed = page.replace("=\"./", "=\"" + request.getContextPath() + "/");
        return new TransformedResource(next, placed.getBytes(StandardCharsets.UTF_8));
    }
}
