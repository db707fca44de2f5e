package vn.gopy.chat;

import java.util.List;

/// What is wanted of a messenger that has anonymous polls of its own.
public sealed interface Ballot {
    /// A poll is to be posted in which each may choose one option and nobody sees who chose what.
    record Post(String question, List<String> options) implements Ballot {
        /// What Telegram takes, in characters (contracts.md 3.2).
        public static final int LONGEST_QUESTION = 300;
        public static final int LONGEST_OPTION = 100;

        public Post {
            options = List.copyOf(options);
        }
    }

    /// The poll in a message is to be stopped; a second time it is stopped already.
    record Stop(String messageId) implements Ballot {}
}
