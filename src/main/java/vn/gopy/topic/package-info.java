/// What an opinion is about, and how it feels.
@NullMarked
package vn.gopy.topic;

import org.jspecify.annotations.NullMarked;
