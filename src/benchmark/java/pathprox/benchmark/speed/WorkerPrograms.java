package pathprox.benchmark.speed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pathprox.benchmark.Worker;

/** Two workers, the library's and PyTorch's, for each number of threads; idle ones wait. */
final class WorkerPrograms implements AutoCloseable {
  private final Map<String, WorkerProgram> programs = new LinkedHashMap<>();
  private final Path samples;

  WorkerPrograms(Request request, List<Integer> threads) throws IOException {
    samples = Files.createTempDirectory(request.work(), "samples-");
    try {
      for (int count : threads) {
        start("java", count, java(count), request);
      }
      answer(new Timed(true, "", threads.get(0)), "export " + samples);
      for (int count : threads) {
        List<String> twin =
            List.of(request.python(), request.twin(), String.valueOf(count), samples.toString());
        start("torch", count, twin, request);
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void start(String name, int threads, List<String> command, Request request)
      throws IOException {
    String place = name + "-" + threads;
    Path log = request.work().resolve("benchmark-" + place + ".log");
    programs.put(place, new WorkerProgram(name, command, threads, log));
  }

  /** As this program was started, on another number of threads. */
  private static List<String> java(int threads) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Worker.class.getName());
    command.add(String.valueOf(threads));
    return command;
  }

  /** The worker that does a work on its number of threads. */
  WorkerProgram of(Timed timed) {
    return programs.get((timed.isOurs() ? "java-" : "torch-") + timed.threads());
  }

  /** The answer to a command that every worker understands. */
  private JsonNode answer(Timed timed, String command) throws IOException {
    try {
      return of(timed).ask(command);
    } catch (WorkerProgram.WorkFailed e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Adds the versions that the workers tell. */
  void describe(Map<String, Object> machine, int threads) throws IOException {
    JsonNode ours = answer(new Timed(true, "", threads), "machine");
    JsonNode twin = answer(new Timed(false, "", threads), "machine");
    String kernels = of(new Timed(true, "", threads)).chosenKernels();
    machine.put("Java", ours.get("Java").asText());
    machine.put("BLAS", ours.get("BLAS").asText() + ", kernels for " + kernels);
    machine.put(
        "PyTorch", twin.get("PyTorch").asText() + ", kernels for " + twin.get("kernels").asText());
  }

  @Override
  public void close() {
    programs.values().forEach(WorkerProgram::close);
    try (Stream<Path> files = Files.walk(samples)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
