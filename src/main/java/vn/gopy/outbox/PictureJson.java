package vn.gopy.outbox;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import vn.gopy.chat.Picture;
import vn.gopy.chat.Picture.Bar;
import vn.gopy.chat.Picture.Span;
import vn.gopy.chat.Picture.Tone;

/// A reply's picture as JSON: its values; it is drawn when it is sent.
final class PictureJson {
    private PictureJson() {}

    static void write(JsonGenerator json, Picture picture) throws IOException {
        json.writeObjectFieldStart("picture");
        json.writeStringField("title", picture.title());
        json.writeStringField("more", picture.more());
        json.writeArrayFieldStart("bars");
        for (var bar : picture.bars()) {
            json.writeStartArray();
            json.writeString(bar.label());
            json.writeString(bar.said());
            json.writeString(bar.tone().name());
            if (bar.span().isPresent()) {
                var span = bar.span().get();
                json.writeNumber(span.percent());
                json.writeNumber(span.low());
                json.writeNumber(span.high());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (var note : picture.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// The picture of a letter, if it has one.
    static Optional<Picture> read(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        var bars = new ArrayList<Bar>();
        json.path("bars").forEach(bar -> bars.add(new Bar(bar.path(0).asText(), bar.path(1).asText(),
                bar.size() < 6
                        ? Optional.empty()
                        : Optional
                                .of(new Span(bar.path(3).asInt(), bar.path(4).asInt(), bar.path(5).asInt())),
                Tone.valueOf(bar.path(2).asText()))));
        var notes = new ArrayList<String>();
        json.path("notes").forEach(note -> notes.add(note.asText()));
        return Optional.of(new Picture(json.path("title").asText(), json.path("more").asText(), bars, notes));
    }
}
