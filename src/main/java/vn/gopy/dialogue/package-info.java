/// The brain: what one message leads to. Pure: a visit goes in, a turn comes out; no clock, table, file or
/// network. [Dialogue] hears, one desk for each part of the conversation answers.
@NullMarked
package vn.gopy.dialogue;

import org.jspecify.annotations.NullMarked;
