/// Polls: one neutral question with up to six options, its register of wordings, and what residents answer.
@NullMarked
package vn.gopy.poll;

import org.jspecify.annotations.NullMarked;
