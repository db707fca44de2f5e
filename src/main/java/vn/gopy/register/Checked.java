package vn.gopy.register;

import java.util.List;

/// What was typed, in the form in which it is kept, and what is wrong with it.
public record Checked(Cells cells, List<Flaw> flaws) {
    public Checked {
        flaws = List.copyOf(flaws);
    }
}
