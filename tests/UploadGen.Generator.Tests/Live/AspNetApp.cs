using System.Diagnostics;
using UploadGen.Generator.Tests.Harness;

namespace UploadGen.Generator.Tests.Live;

/// <summary>The app of <c>UploadGen.AspNetApp</c> in a process of its own, and the client that is generated from the document it gives.</summary>
internal sealed class AspNetApp : IDisposable
{
    private readonly Process _process;
    private readonly GeneratedAssembly _client;
    private readonly string _address;

    private AspNetApp(Process process, string address, GeneratedAssembly client) => (_process, _address, _client) = (process, address, client);

    /// <param name="version">The version of OpenAPI that its document has: <c>3.0</c> or <c>3.1</c>.</param>
    /// <param name="calls">C# methods that are given a client, for <see cref="CallAsync"/>.</param>
    public static async Task<AspNetApp> StartAsync(string version, string calls)
    {
        var path = AppContext.BaseDirectory.Replace("UploadGen.Generator.Tests", "UploadGen.AspNetApp", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(path, "UploadGen.AspNetApp.dll"), version])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The app didn't start.");
        using var http = new HttpClient();
        var document = await http.GetStringAsync(new Uri(address + "/openapi/v1.json"));
        return new AspNetApp(process, address, GeneratedAssembly.Of(document, Members(calls)));
    }

    public async Task<string> CallAsync(string name) => await (Task<string>)_client.Call("RunAsync", name, _address)!;

    public void Dispose()
    {
        _client.Dispose();
        _process.Kill();
        _process.Dispose();
    }

    private static string Members(string calls) => $$"""
        public static System.Threading.Tasks.Task<string> RunAsync(string name, string address)
        {
            var client = new ApiClient(new ApiClientOptions { BaseAddress = new Uri(address) });
            return (System.Threading.Tasks.Task<string>)typeof(Program).GetMethod(name)!.Invoke(null, [client])!;
        }

        private static UploadGen.UploadContent Bytes(string name, params byte[] bytes) => UploadGen.UploadContent.FromBytes(bytes, name);

        {{calls}}
        """;
}
