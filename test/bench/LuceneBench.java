import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How fast Lucene's ArabicAnalyzer is over a file with one article a line.
 *
 * usage: LuceneBench FILE WARM RUNS
 *
 * Passes over WARM MB of text let the virtual machine compile, then RUNS passes are timed.
 * Reading the file and decoding UTF-8 is not: Lucene gets strings. Prints a
 * line for each pass: seconds, bytes of UTF-8, tokens.
 */
public final class LuceneBench {
    private static long pass(ArabicAnalyzer analyzer, List<String> articles) throws Exception {
        long tokens = 0;
        for (String article : articles) {
            try (TokenStream stream = analyzer.tokenStream("body", article)) {
                CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    if (term.length() > 0) {
                        tokens++;
                    }
                }
                stream.end();
            }
        }
        return tokens;
    }

    public static void main(String[] args) throws Exception {
        byte[] bytes = Files.readAllBytes(Paths.get(args[0]));
        long warmBytes = Long.parseLong(args[1]) * 1000000;
        int runs = Integer.parseInt(args[2]);
        List<String> articles = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                articles.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        articles.add(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
        int warm = (int) (warmBytes / bytes.length + 1);
        try (ArabicAnalyzer analyzer = new ArabicAnalyzer()) {
            for (int run = 0; run < warm + runs; run++) {
                long began = System.nanoTime();
                long tokens = pass(analyzer, articles);
                double seconds = (System.nanoTime() - began) / 1e9;
                if (run >= warm) {
                    System.out.printf(java.util.Locale.ROOT, "%.6f\t%d\t%d%n", seconds,
                            bytes.length, tokens);
                }
            }
        }
    }
}
