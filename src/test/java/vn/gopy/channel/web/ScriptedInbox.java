package vn.gopy.channel.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import vn.gopy.chat.Address;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Inbox;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;

/// A small bot for tests of the page: it hears each message once, and answers through the channel as the
/// postman would.
final class ScriptedInbox implements Inbox, AutoCloseable {
    private final WebChannel channel;
    private final List<Incoming> heard = new CopyOnWriteArrayList<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Shipment> outbox = new LinkedBlockingQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final BlockingQueue<Address> arrivals = new LinkedBlockingQueue<>();
    private final Thread postman;
    private volatile boolean resting;

    ScriptedInbox(WebChannel channel) {
        this.channel = channel;
        channel.onArrival(arrivals::add);
        postman = Thread.ofVirtual().start(this::carry);
    }

    private void carry() {
        try {
            for (;;) {
                var next = outbox.take();
                while (channel.send(next) instanceof Delivery.TryAgain) {
                    arrivals.take();
                }
            }
        } catch (InterruptedException _) {
            // the test is over
        }
    }

    @Override
    public Heard accept(Incoming incoming) {
        if (resting) {
            return new Heard.Unavailable(1);
        }
        if (!keys.add(incoming.updateKey())) {
            return new Heard.Repeated();
        }
        heard.add(incoming);
        answer(incoming.from(), switch (incoming.content()) {
            case Incoming.Typed(var text) -> text;
            case Incoming.Pressed(var payload, _, _) -> payload;
            case Incoming.Edited _,Incoming.Unreadable _,Incoming.InGroup _,Incoming.Tallied _,Incoming.Reachable _ ->
                "";
        });
        return new Heard.Recorded();
    }

    private void answer(Address to, String said) {
        switch (said) {
            case "/start" -> put(to, Reply
                    .of("""
                            Xin chào! Đây là bot (máy tự động) của \uE000Xã Thử\uE001 nhận ý kiến về việc sắp xếp xã, phường ở Quảng Ninh.
                            • Góp ý: khoảng 6 chạm, khen hay chê đều được.
                            • Hỏi: tôi chỉ trả lời khi có văn bản nguồn.
                            Cán bộ chỉ thấy số liệu gộp từ 10 người trở lên, không thấy tên bạn.""")
                    .with(List.of(
                            List.of(new Choice("✍️ Góp ý", "gopy"), new Choice("❓ Hỏi", "hoi")),
                            List.of(new Choice("📍 Xã mới của tôi", "xa"),
                                    new Choice("🔒 Quyền riêng tư", "rieng")))));
            case "gopy",
                    "Góp ý" ->
                put(to, Reply.of("Bạn thấy việc sắp xếp ở nơi mình thế nào?").with(List.of(
                        List.of(new Choice("😀", "m5"), new Choice("🙂", "m4"), new Choice("😐", "m3"),
                                new Choice("🙁", "m2"), new Choice("😠", "m1")),
                        List.of(new Choice("Không muốn nói", "m0")))));
            case "m2" -> put(to, Reply.of("Về chuyện gì?").with(List.of(
                    List.of(new Choice("Giấy tờ, thủ tục", "t1"), new Choice("Đi lại, trụ sở xa", "t2")),
                    List.of(new Choice("Cán bộ, thái độ", "t3"), new Choice("Tên gọi mới", "t4")),
                    List.of(new Choice("Chế độ, chính sách", "t5"), new Choice("Đất đai", "t6"),
                            new Choice("Khác…", "t7")))));
            case "t2" -> {
                var review = put(to, review(
                        "Tôi hiểu: \uE000đi lại xa\uE001, 🙁, phường Hoành Bồ. Muốn thêm một câu thì gõ ngay."));
                put(new Shipment(key(), to, review(
                        "Tôi hiểu: \uE000đi lại xa\uE001, 🙁, phường Hoành Bồ (đã sửa tại chỗ). Muốn thêm một câu thì gõ ngay."),
                        "", review));
            }
            case "send" -> put(to, Reply.of("Đã nghe. Mã biên nhận: K7Q-2M. Cảm ơn bạn."));
            case "notice" -> put(to, Reply.toPress("Câu này đã xong."));
            case "hostile" -> put(to,
                    Reply.of("<img src=x onerror=\"window.__xss=1\"><script>window.__xss=1</script>"
                            + " javascript:alert(1) https://example.org/a?b=<b>")
                            .with(List.of(List.of(new Choice("<b onclick=x>đậm</b>", "send")))));
            default -> put(to, Reply.of(
                    "Xã Lê Lợi cũ nay thuộc \uE000phường Hoành Bồ\uE001 [1].\nNguồn: [1] NQ 1679/NQ-UBTVQH15, Điều 1 khoản 44."
                            + " https://chinhphu.vn/van-ban")
                    .with(List.of(List.of(new Choice("Đúng", "send"), new Choice("Không phải", "hoi")),
                            List.of(new Choice("Xem nguồn", "https://chinhphu.vn/van-ban")))));
        }
    }

    private static Reply review(String text) {
        return new Reply(text,
                List.of(List.of(new Choice("Gửi", "send"), new Choice("Sửa", "edit"),
                        new Choice("Hủy", "no"))),
                Optional.empty(), Optional.empty(), Reply.Care.AT_MOST_ONCE);
    }

    private String put(Address to, Reply reply) {
        var key = key();
        put(new Shipment(key, to, reply, "", ""));
        return key;
    }

    private void put(Shipment shipment) {
        outbox.add(shipment);
    }

    private String key() {
        return "k" + sent.incrementAndGet();
    }

    List<Incoming> heard() {
        return List.copyOf(heard);
    }

    /// Answers 503 from now on, or again hears.
    void rest(boolean now) {
        resting = now;
    }

    @Override
    public Heard park(DeadLetter letter) {
        throw new AssertionError("the page parks nothing");
    }

    @Override
    public void close() {
        postman.interrupt();
    }
}
