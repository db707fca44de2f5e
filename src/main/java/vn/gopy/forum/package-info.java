/// Dialogue sessions: for some days residents ask on a subject, their questions are grouped, named offices answer the
/// groups in public, and each answer is carried back to who asked.
@NullMarked
package vn.gopy.forum;

import org.jspecify.annotations.NullMarked;
