package vn.gopy.channel.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/// How JSON is read and written here: streamed, and within limits that no real update comes near.
final class Json {
    /// Field names are not interned, since a stranger may choose them; buffers come from a pool that virtual
    /// threads share.
    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).maxNumberLength(40)
                    .maxNameLength(2_000).maxStringLength(400_000).build())
            .build();

    private Json() {}
}
