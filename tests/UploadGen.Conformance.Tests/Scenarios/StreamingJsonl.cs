using System.Text;
using UploadGen.Conformance.Tests.StreamingJsonl0;
using UploadGen.Conformance.Tests.Suite;

namespace UploadGen.Conformance.Tests.Scenarios;

internal sealed class StreamingJsonl : ISpec
{
    public ScenarioCalls Of(MockServer server)
    {
        var client = new Client(new ClientOptions { BaseAddress = server.Address });
        const string lines = "{\"desc\": \"one\"}\n{\"desc\": \"two\"}\n{\"desc\": \"three\"}";
        return new ScenarioCalls("Streaming_Jsonl_Basic")
        {
            { "send", lines, client.BasicSendAsync },
            { "receive", stop => Answer.HasBytes(Encoding.UTF8.GetBytes(lines), client.BasicReceiveAsync(stop)) },
        };
    }
}
