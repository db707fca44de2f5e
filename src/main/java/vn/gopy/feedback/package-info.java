/// Opinions and consents, and the tables they lie in. What is written about a person is sealed
/// under their key.
@NullMarked
package vn.gopy.feedback;

import org.jspecify.annotations.NullMarked;
