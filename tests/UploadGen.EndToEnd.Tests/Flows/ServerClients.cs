using UploadGen.EndToEnd.Tests.Cyberun;
using UploadGen.EndToEnd.Tests.Images;
using UploadGen.EndToEnd.Tests.Runflow;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>The generated clients, for a server that answers as a test says.</summary>
internal static class ServerClients
{
    extension(WebServer server)
    {
        public RunflowClient Runflow => new(Options<RunflowClientOptions>(server));

        public CyberunClient Cyberun => new(Options<CyberunClientOptions>(server));

        public ImagesClient Images => new(Options<ImagesClientOptions>(server));
    }

    private static TOptions Options<TOptions>(WebServer server)
        where TOptions : UploadClientOptions, new()
        => new() { BaseAddress = server.Address, Credential = ApiCredential.FromToken("key") };
}
