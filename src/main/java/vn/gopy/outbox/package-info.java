@NullMarked
package vn.gopy.outbox;

import org.jspecify.annotations.NullMarked;
