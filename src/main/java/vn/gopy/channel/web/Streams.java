package vn.gopy.channel.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The pages that are open now, by conversation; a resident may have several.
///
/// A phone that changes its network leaves a stream behind that still seems open: what was written into it is
/// lost. So the last few messages of a conversation stay in memory for two minutes, and a page that comes
/// back says which ones it has.
final class Streams {
    private static final int PAGES_EACH = 4;
    private static final int REMEMBERED_EACH = 20;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(2);
    private static final int REMEMBERED_CONVERSATIONS = 20_000;

    private final Map<String, List<BrowserStream>> open = new ConcurrentHashMap<>();
    private final Cache<String, List<Told>> lately = Caffeine.newBuilder().expireAfterWrite(REMEMBERED_FOR)
            .maximumSize(REMEMBERED_CONVERSATIONS).build();
    private final AtomicInteger count = new AtomicInteger();
    private final int most;

    /// @param most how many pages may be open at once, over all residents
    Streams(int most) {
        this.most = most;
    }

    /// Lets a page in; false when there are too many. A resident's fifth page closes their first.
    boolean add(String conversation, BrowserStream stream) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            return false;
        }
        open.compute(conversation, (_, pages) -> {
            var all = pages == null ? new ArrayList<BrowserStream>() : new ArrayList<>(pages);
            all.add(stream);
            if (all.size() > PAGES_EACH) {
                all.removeFirst().close();
            }
            return List.copyOf(all);
        });
        return true;
    }

    void remove(String conversation, BrowserStream stream) {
        count.decrementAndGet();
        open.computeIfPresent(conversation, (_, pages) -> {
            var rest = pages.stream().filter(page -> page != stream).toList();
            return rest.isEmpty() ? null : rest;
        });
    }

    /// Tells every open page of a conversation; true when at least one took it.
    ///
    /// @param kept what is remembered of it: without a picture, which would take too much room
    boolean tell(String conversation, Told told, Told kept) throws InterruptedException {
        boolean taken = false;
        for (var page : open.getOrDefault(conversation, List.of())) {
            taken |= page.tell(told);
        }
        if (taken) {
            lately.asMap().merge(conversation, List.of(kept), Streams::lastOf);
        }
        return taken;
    }

    private static List<Told> lastOf(List<Told> before, List<Told> now) {
        var all = new ArrayList<>(before);
        all.addAll(now);
        return List.copyOf(all.subList(Math.max(0, all.size() - REMEMBERED_EACH), all.size()));
    }

    /// What a conversation was told in the last two minutes.
    List<Told> lately(String conversation) {
        var told = lately.getIfPresent(conversation);
        return told == null ? List.of() : told;
    }

    int count() {
        return count.get();
    }

    void closeAll() {
        open.values().forEach(pages -> pages.forEach(BrowserStream::close));
    }
}
