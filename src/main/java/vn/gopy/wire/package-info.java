/// The way out to other machines: signing, and a client that calls no address it should not.
@NullMarked
package vn.gopy.wire;

import org.jspecify.annotations.NullMarked;
