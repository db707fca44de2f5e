/// Signed events for other systems: who wants which, how they fare, when to give up (docs/events). And who may join
/// another messenger by a bridge.
@NullMarked
package vn.gopy.hook;

import org.jspecify.annotations.NullMarked;
