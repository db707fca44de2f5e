/// Requests: what residents send to an office of their own will, and what the office says to it.
@NullMarked
package vn.gopy.request;

import org.jspecify.annotations.NullMarked;
