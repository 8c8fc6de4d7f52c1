package io.signalbox.bench.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of ours that says {@code ready …} once it is, answers lines with lines, and ends with its input. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final Writer told;
    private final List<String> words;

    private Child(Process process, BufferedReader said, List<String> words) {
        this.process = process;
        this.said = said;
        this.told = process.outputWriter(UTF_8);
        this.words = words;
    }

    /** Starts it under the same options as the product, and waits until it is ready. */
    static Child start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            List<String> words = List.of(line.split(" "));
            if (words.getFirst().equals("ready")) {
                return new Child(process, said, words);
            }
        }
        throw new IOException(main.getSimpleName() + " ended before it was ready");
    }

    /** What it said when it was ready. */
    String word(int number) {
        return words.get(number);
    }

    String ask(String question) throws IOException {
        told.write(question + "\n");
        told.flush();
        String answer = said.readLine();
        if (answer == null) {
            throw new IOException("the process ended");
        }
        return answer;
    }

    @Override
    public void close() {
        try {
            told.close();
        } catch (IOException e) {
            process.destroy();
        }
        process.onExit().join();
    }
}
