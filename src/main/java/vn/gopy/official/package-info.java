/// Officials: accounts, roles, sign-in with a second factor, sessions, and the audit trail.
@NullMarked
package vn.gopy.official;

import org.jspecify.annotations.NullMarked;
