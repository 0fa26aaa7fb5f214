using UploadGen.Benchmarks;

// Usage: dotnet run -c Release --project tests/UploadGen.Benchmarks -- memory | records | validation | analysis | generation <folder of documents>
return args switch
{
    ["memory"] => await MemoryBenchmark.RunAsync(),
    ["records"] => RecordsBenchmark.Run(),
    ["validation"] => ValidationBenchmark.Run(),
    ["analysis"] => await AnalysisBenchmark.RunAsync(),
    ["generation", var folder] => GenerationBenchmark.Run(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/UploadGen.Benchmarks -- memory | records | validation | analysis | generation <folder of documents>");
    return 2;
}
