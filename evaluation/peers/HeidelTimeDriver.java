import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.heideltime.standalone.components.ResultFormatter;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import de.unihd.dbs.uima.types.heideltime.Timex3;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.uima.cas.FSIterator;
import org.apache.uima.jcas.JCas;

/**
 * Runs HeidelTime over many documents in one process, which starting it anew for each does not.
 *
 * <p>Arguments: its properties; a list with one line "FILE TAB YYYY-MM-DD" a document; the file to
 * write. That gets "NUMBER TAB start TAB end TAB type TAB value" for each expression, the number of
 * the document from 0, start and end in UTF-16 units.
 */
public class HeidelTimeDriver {
  public static void main(String[] arguments) throws Exception {
    HeidelTimeStandalone tagger =
        new HeidelTimeStandalone(
            Language.ENGLISH,
            DocumentType.NEWS,
            OutputType.TIMEML,
            arguments[0],
            POSTagger.TREETAGGER);
    SimpleDateFormat day = new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT);
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(Path.of(arguments[2]), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line : Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
        String[] fields = line.split("\t");
        out.print(tagger.process(read(fields[0]), day.parse(fields[1]), new Rows(number++)));
      }
    }
  }

  private static String read(String file) throws IOException {
    return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
  }

  /** A row for each expression. */
  private static class Rows implements ResultFormatter {
    private final int document;

    Rows(int document) {
      this.document = document;
    }

    @Override
    public String format(JCas found) {
      StringBuilder rows = new StringBuilder();
      for (Timex3 one : withoutOverlaps(found.getAnnotationIndex(Timex3.type).iterator())) {
        rows.append(document).append('\t').append(one.getBegin()).append('\t');
        rows.append(one.getEnd()).append('\t').append(one.getTimexType()).append('\t');
        rows.append(one.getTimexValue()).append('\n');
      }
      return rows.toString();
    }

    /** As HeidelTime's own TimeML output does it: of two that overlap, the one of longer value. */
    private static List<Timex3> withoutOverlaps(FSIterator<?> found) {
      List<Timex3> kept = new ArrayList<>();
      while (found.hasNext()) {
        Timex3 one = (Timex3) found.next();
        Timex3 last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
        if (last == null || last.getEnd() <= one.getBegin()) {
          kept.add(one);
        } else if (last.getTimexValue().length() <= one.getTimexValue().length()) {
          kept.set(kept.size() - 1, one);
        }
      }
      return kept;
    }
  }
}
