/// What must leave the house: kept with the fact it tells of, carried by the [Postman] in order, at the pace
/// each channel allows.
@NullMarked
package vn.gopy.outbox;

import org.jspecify.annotations.NullMarked;
