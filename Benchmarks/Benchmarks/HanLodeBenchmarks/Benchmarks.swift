import Benchmark
@_spi(Benchmarks) import HanLode
// No product of HanLode's, but built with it: ICU alone is what the rest is held against.
import ICUKit

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration.metrics = [.megabytesPerSecond, .wallClock, .throughput]
    Benchmark.defaultConfiguration.warmupIterations = 2
    Benchmark.defaultConfiguration.maxDuration = .seconds(3)

    guard let miner = try? Miner() else { fatalError("the built-in lexicon cannot be read") }

    let inputs = [
        ("sample reports", Inputs.samples),
        ("HANLODE_BENCH_FOLDER", Inputs.folder),
    ]
    for (name, documents) in inputs where !documents.isEmpty {
        measure("Scanning", over: documents, named: name) { document, workspace in
            miner.scan(document, workspace: &workspace)
        }
        measure("Quantities", over: documents, named: name) { document, workspace in
            miner.countQuantities(in: document, workspace: &workspace)
        }
        measure("Entities", over: documents, named: name) { document, workspace in
            miner.countEntities(in: document, workspace: &workspace)
        }
        // Without names, and without slogans too: what each of them adds.
        measure("Quantities, times and observations", over: documents, named: name) { document, workspace in
            miner.extract(document, layers: [.observations], workspace: &workspace).quantities.count
        }
        measure("The same and slogans", over: documents, named: name) { document, workspace in
            miner.extract(document, layers: [.observations, .slogans], workspace: &workspace).quantities.count
        }
        measure("Extraction", over: documents, named: name) { document, workspace in
            miner.extract(document, workspace: &workspace).quantities.count
        }
        measureSegmentation(over: documents, named: name)
        measureWordBreaks(over: documents, named: name)
    }
    measure("Numerals", over: Inputs.numerals, named: "numerals of the specs") { document, workspace in
        miner.countQuantities(in: document, workspace: &workspace)
    }
}
