package org.seealso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures in docs/pictures show the diagrams as they are now. */
class PicturesTest {
    private static final String REDRAW = "Draw the pictures again: ./mvnw -q test-compile exec:exec@pictures";

    @ParameterizedTest
    @MethodSource("models")
    void aDiagramHasItsPictureOfToday(Path model) throws IOException {
        assertThat(PicturesTool.pictureOf(model))
                .as(REDRAW)
                .content()
                .contains("model sha256 " + PicturesTool.hash(model));
    }

    @Test
    void theReadmeShowsTheProgramOfToday() throws IOException {
        assertThat(PicturesTool.LIFECYCLE)
                .as(REDRAW)
                .content()
                .contains("model sha256 " + PicturesTool.hash(PicturesTool.LIFECYCLE_MODEL));
    }

    @Test
    void noPictureShowsADiagramThatIsGone() throws IOException {
        try (Stream<Path> pictures = Files.list(PicturesTool.PICTURES)) {
            List<Path> expected = Stream.concat(
                            models().stream().map(PicturesTool::pictureOf), Stream.of(PicturesTool.LIFECYCLE))
                    .toList();
            assertThat(pictures).as(REDRAW).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    static List<Path> models() throws IOException {
        return PicturesTool.models();
    }
}
