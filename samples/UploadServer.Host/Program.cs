using System.Runtime.InteropServices;
using UploadServer;

// Runs the embedded server by itself:  UploadServer.Host [port]
var port = 0;
if (args.Length > 1 || (args.Length == 1 && !(int.TryParse(args[0], out port) && port is >= 0 and <= 65535)))
{
    Console.Error.WriteLine("Usage: UploadServer.Host [port]    (0 to 65535; a free one without it)");
    return 2;
}

var stop = new TaskCompletionSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

await using var server = await EmbeddedUploadServer.StartAsync(new UploadServerOptions { Port = port, RequestObserver = Console.WriteLine });
Console.WriteLine($"""
    Runflow   {server.BaseAddress}
    Cyberun   {server.CyberunBaseAddress}
    Images    {server.BaseAddress}
    Prints    {server.BaseAddress}
    Gallery   {server.BaseAddress}
    API key   {server.ApiKey}   (made up for this run)
    Ctrl+C stops the server and deletes the files it received.
    """);
await stop.Task;
return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}
