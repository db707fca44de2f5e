/// The server, its limits and headers, the frame of pages, and how a fault is told.
@NullMarked
package vn.gopy.web;

import org.jspecify.annotations.NullMarked;
