package vn.gopy.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads what a form sends strictly: an unknown or a repeated field is a bad request.
public final class Form {
    private Form() {}

    /// The fields by name, all of `known`; one that was left out is empty.
    public static Map<String, String> of(Context request, Set<String> known) {
        Query.of(request, Set.of());
        if (!request.isFormUrlencoded()) { // files of any length would be kept on the disk meanwhile
            throw new HttpResponseException(HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode());
        }
        var read = new TreeMap<String, String>();
        known.forEach(name -> read.put(name, ""));
        request.formParamMap().forEach((name, values) -> {
            if (!known.contains(name) || values.size() != 1) {
                throw new BadRequestResponse("a field that is not known or repeated");
            }
            read.put(name, values.getFirst());
        });
        return read;
    }
}
