using UploadGen.Conformance.Tests.StreamingJsonl0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class StreamingJsonl : ISpec
{
    private static readonly string[] Descriptions = ["one", "two", "three"];

    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        // Byte by byte is what the server wants, white space included.
        const string lines = "{\"desc\": \"one\"}\n{\"desc\": \"two\"}\n{\"desc\": \"three\"}";
        return new ScenarioCalls("Streaming_Jsonl_Basic")
        {
            { "send", lines, client.BasicSendAsync },
            { "receive", stop => ReceiveAsync(client, stop) },
        };
    }

    private static async Task ReceiveAsync(Client client, CancellationToken stop)
    {
        var received = new List<string>();
        await foreach (var info in client.BasicReceiveAsync(stop))
        {
            received.Add(info.Desc);
        }

        Assert.Equal(Descriptions, received);
    }
}
