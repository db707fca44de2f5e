package vn.gopy.channel.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gopy.chat.Address;
import vn.gopy.chat.Channel;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Delivery;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Shipment;

/// The terminal as a channel: what the bot says is printed, buttons are numbered.
public final class ConsoleChannel implements Channel {
    public static final Address HERE = new Address("console", "here");

    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintWriter out;
    private final boolean colours;
    private final List<Choice> choices = new ArrayList<>();
    private int sent;

    public ConsoleChannel(PrintWriter out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    @Override
    public String name() {
        return HERE.channel();
    }

    @Override
    public synchronized Delivery send(Shipment shipment) {
        var reply = shipment.reply();
        if (!reply.text().isEmpty()) {
            out.println();
            out.println(rendered(reply.text()));
        }
        if (reply.care() != Reply.Care.PRESS_ANSWER) {
            choices.clear();
            reply.choices().forEach(this::print);
            sent++;
        }
        out.flush();
        return new Delivery.Sent(Integer.toString(sent));
    }

    private void print(List<Choice> row) {
        var line = new StringBuilder("  ");
        for (var choice : row) {
            choices.add(choice);
            line.append('[').append(choices.size()).append(' ').append(choice.label()).append("]  ");
        }
        out.println(line.toString().stripTrailing());
    }

    private String rendered(String text) {
        return text.replace(String.valueOf(Reply.BOLD), colours ? BOLD : "")
                .replace(String.valueOf(Reply.PLAIN), colours ? PLAIN : "");
    }

    /// The button with a number as printed last; empty when there is none.
    public synchronized Optional<Choice> choice(int number) {
        return number >= 1 && number <= choices.size()
                ? Optional.of(choices.get(number - 1))
                : Optional.empty();
    }
}
