/// What a message means: intent, mood, topic, danger, and what in it must be masked. Trained on
/// `config/training`.
@NullMarked
package vn.gopy.reading;

import org.jspecify.annotations.NullMarked;
