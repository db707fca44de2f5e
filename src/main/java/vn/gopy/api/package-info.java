/// The figures as JSON for programs: read-only, without an account, only what is published (docs/api.md).
@NullMarked
package vn.gopy.api;

import org.jspecify.annotations.NullMarked;
