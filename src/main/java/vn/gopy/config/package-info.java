/// The settings: what they are called, where they come from, and which are secret. Each room reads its own.
@NullMarked
package vn.gopy.config;

import org.jspecify.annotations.NullMarked;
