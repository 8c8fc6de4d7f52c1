package io.signalbox.world.http;

import java.util.List;

/**
 * One page of a listing.
 *
 * @param next the offset of the next page, or -1 on the last one
 * @param total how many entries the whole listing has
 */
public record Pages<T>(List<T> items, int offset, int size, int next, int total) {

    /** Cuts a page out of a listing, honouring a planned fault of paging. */
    public static <T> Pages<T> of(Call call, List<T> all, int offset, int size) {
        int next = offset + size < all.size() ? offset + size : -1;
        int from = switch (call.shift()) {
            case NONE -> offset;
            case REPEAT -> Math.max(0, offset - size);
            case SKIP -> offset + size;
        };
        int start = Math.min(from, all.size());
        List<T> items = all.subList(start, Math.min(start + size, all.size()));
        return new Pages<>(List.copyOf(items), offset, size, next, all.size());
    }

    public boolean last() {
        return next < 0;
    }
}
