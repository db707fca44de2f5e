package vn.gopy.register;

import java.util.List;

/// Words that somebody looks for: each must begin a word of the text, marks and case aside. No words find all.
final class Search {
    private final List<String> words;

    Search(String typed) {
        words = split(typed);
    }

    private static List<String> split(String text) {
        return List.of(Choices.plain(text).split(" ", -1)).stream().filter(word -> !word.isEmpty()).toList();
    }

    boolean finds(String text) {
        var there = split(text);
        return words.stream().allMatch(word -> there.stream().anyMatch(one -> one.startsWith(word)));
    }
}
