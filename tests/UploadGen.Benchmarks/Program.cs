using UploadGen.Benchmarks;
using UploadGen.Benchmarks.Compiling;
using UploadGen.Servers.Speed;

const string Usage =
    "Usage: dotnet run -c Release --project tests/UploadGen.Benchmarks -- "
    + "speed | memory | soak | records | validation | analysis | generation <folder of documents> | compile <document or folder of documents>";

return args switch
{
    ["speed"] => await SpeedBenchmark.RunAsync(),
    ["sink"] => await SinkProcess.ServeAsync(),
    ["soak"] => await SoakBenchmark.RunAsync(),
    ["memory"] => await MemoryBenchmark.RunAsync(),
    ["records"] => RecordsBenchmark.Run(),
    ["validation"] => ValidationBenchmark.Run(),
    ["analysis"] => await AnalysisBenchmark.RunAsync(),
    ["generation", var folder] => GenerationBenchmark.Run(folder),
    ["compile", var path] => CompileBenchmark.Run(path),
    _ => Fail(),
};

static int Fail()
{
    Console.Error.WriteLine(Usage);
    return 2;
}
