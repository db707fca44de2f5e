package vn.gopy.channel.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import vn.gopy.chat.JsonBuffers;

/// How JSON is read and written here: streamed, and within limits that no real update comes near.
final class Json {
    /// Field names are not interned, since a stranger may choose them.
    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(new JsonBuffers())
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).maxNumberLength(40)
                    .maxNameLength(2_000).maxStringLength(400_000).build())
            .build();

    private Json() {}
}
