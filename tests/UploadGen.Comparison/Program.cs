using UploadGen.Comparison.Faults;
using UploadGen.Comparison.Speed;
using UploadGen.Servers.Speed;

const string Usage = "Usage: dotnet run -c Release --project tests/UploadGen.Comparison -- faults | speed | large";

return args switch
{
    ["faults"] => await FaultComparison.RunAsync(),
    ["speed"] => await SpeedComparison.RunAsync(),
    ["large"] => await LargeComparison.RunAsync(),
    ["sink"] => await SinkProcess.ServeAsync(),
    _ => Fail(),
};

static int Fail()
{
    Console.Error.WriteLine(Usage);
    return 2;
}
