import Benchmark
import HanLode
import ICUKit

extension BenchmarkMetric {
    /// Megabytes (10^6) of UTF-8 that one core gets through in a second.
    static var megabytesPerSecond: BenchmarkMetric {
        .custom("MB/s of UTF-8", polarity: .prefersLarger, useScalingFactor: false)
    }
}

extension Benchmark {
    /// Measures `body`, and what it gets through of `bytes`.
    func measureThroughput(of bytes: Int, _ body: () -> Void) {
        let clock = ContinuousClock()
        startMeasurement()
        let elapsed = clock.measure(body)
        stopMeasurement()
        let seconds = elapsed / .seconds(1)
        if seconds > 0 { measurement(.megabytesPerSecond, Int((Double(bytes) / seconds / 1e6).rounded())) }
    }
}

/// How often a small set of texts is gone through in one iteration, so that the clock's grain does not count: for about
/// two megabytes.
private func repetitions(_ bytes: Int) -> Int {
    max(1, 2_000_000 / max(bytes, 1))
}

private func size(_ documents: [Document]) -> Int {
    documents.reduce(0) { $0 + $1.text.utf8.count }
}

/// Registers a benchmark of `work` over all of `documents`, in the buffers of one workspace.
func measure(
    _ name: String, over documents: [Document], named input: String,
    _ work: @escaping @Sendable (Document, inout Workspace) -> Int
) {
    let bytes = size(documents)
    let rounds = repetitions(bytes)
    Benchmark("\(name): \(input)") { benchmark in
        var workspace = Workspace()
        benchmark.measureThroughput(of: bytes * rounds) {
            for _ in 0..<rounds {
                for document in documents { blackHole(work(document, &workspace)) }
            }
        }
    }
}

/// Registers a benchmark of ICU's word boundaries, once through the texts.
func measureWordBreaks(over documents: [Document], named input: String) {
    let bytes = size(documents)
    Benchmark("ICU word break: \(input)") { benchmark in
        var breaker = try WordBreaker()
        var boundaries: [Int32] = []
        benchmark.measureThroughput(of: bytes) {
            for document in documents {
                try? breaker.boundaries(of: document.text.utf8.span, into: &boundaries)
                blackHole(boundaries.count)
            }
        }
    }
}

/// Registers a benchmark of segmentation, with the words that the texts need loaded in the warm-up.
func measureSegmentation(over documents: [Document], named input: String) {
    let bytes = size(documents)
    let rounds = repetitions(bytes)
    Benchmark("Segmentation: \(input)") { benchmark in
        var segmenter = try Segmenter()
        var tokens: [Token] = []
        for document in documents { try segmenter.cut(document.text, into: &tokens) }
        benchmark.measureThroughput(of: bytes * rounds) {
            for _ in 0..<rounds {
                for document in documents {
                    try? segmenter.cut(document.text, into: &tokens)
                    blackHole(tokens.count)
                }
            }
        }
    }
    Benchmark("Segmentation, its words loaded anew: \(input)") { benchmark in
        var tokens: [Token] = []
        benchmark.measureThroughput(of: bytes * rounds) {
            guard var segmenter = try? Segmenter() else { return }
            for _ in 0..<rounds {
                for document in documents {
                    try? segmenter.cut(document.text, into: &tokens)
                    blackHole(tokens.count)
                }
            }
        }
    }
}
