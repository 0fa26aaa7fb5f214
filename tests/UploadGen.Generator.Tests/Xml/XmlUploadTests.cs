using System.Collections.Concurrent;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using UploadGen.Generator.Tests.Harness;
using UploadGen.Servers;

namespace UploadGen.Generator.Tests.Xml;

/// <summary>Uploads in parts to a store that speaks XML as S3 does: step by step, and as one call.</summary>
public class XmlUploadTests
{
    private static readonly XNamespace S3 = "http://s3.amazonaws.com/doc/2006-03-01/";

    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "tests", "UploadGen.Generator.Tests", "Xml", "s3.json"));

    [Fact]
    public void What_is_generated_is_what_a_person_has_read() => Snapshot.Verify("s3", GeneratorRun.Of(Document, path: "s3.json").AssertCompiles().Files);

    [Fact]
    public async Task An_upload_goes_step_by_step()
    {
        var answer = await RunAsync("""
            var upload = await client.CreateMultipartUploadAsync("a b.bin");
            var parts = new List<CompletedPart>();
            foreach (var number in new[] { 1, 2 })
            {
                using var answer = UploadGen.ResponseScope.Begin();
                await client.UploadPartAsync("a b.bin", upload.UploadId, number, UploadGen.UploadContent.FromBytes(new byte[] { (byte)number, 7 }, "part"));
                parts.Add(new CompletedPart { PartNumber = number, ETag = answer.Headers["ETag"] });
            }

            var stored = await client.CompleteMultipartUploadAsync("a b.bin", upload.UploadId, new CompleteMultipartUpload { Parts = parts });
            return stored.ETag + " " + stored.Location!.OriginalString;
            """);

        Assert.Equal("\"whole-01070207\" https://store.example.com/a%20b.bin", answer);
    }

    [Fact]
    public async Task An_upload_is_one_call_with_the_id_and_the_URLs_from_XML()
    {
        var answer = await RunAsync("""
            var content = UploadGen.UploadContent.FromBytes(Enumerable.Range(0, 5).Select(n => (byte)n).ToArray(), "a b.bin");
            var stored = await client.UploadMultipartAsync(content, "a b.bin", options: new UploadGen.PartsUploadOptions { PartSize = 2 });
            return stored.ETag;
            """);

        Assert.Equal("\"whole-0001020304\"", answer);
    }

    [Fact]
    public async Task A_list_that_breaks_its_limits_is_not_sent_and_a_refusal_is_typed()
    {
        var answer = await RunAsync("""
            try
            {
                await client.CompleteMultipartUploadAsync("a", "u", new CompleteMultipartUpload { Parts = [] });
                return "sent";
            }
            catch (UploadGen.RequestValidationException refusal)
            {
                try
                {
                    var parts = new[] { new CompletedPart { PartNumber = 1, ETag = "e" } };
                    await client.CompleteMultipartUploadAsync("a", "none", new CompleteMultipartUpload { Parts = parts });
                    return "taken";
                }
                catch (UploadGen.ApiException<Error> error)
                {
                    return refusal.Violations[0].Pointer + " " + refusal.Violations[0].Keyword + " " + error.StatusCode + " " + error.Error.Code;
                }
            }
            """);

        Assert.Equal("/Parts minItems 404 NoSuchUpload", answer);
    }

    private static async Task<string> RunAsync(string body)
    {
        using var client = GeneratedAssembly.Of(Document, $$"""
            public static async System.Threading.Tasks.Task<string> Run(string address)
            {
                var client = new ApiClient(new ApiClientOptions { BaseAddress = new Uri(address) });
                {{body}}
            }
            """);
        var parts = new ConcurrentDictionary<int, byte[]>();
        await using var server = await WebServer.StartAsync(context => AnswerAsync(context, parts));
        return await (Task<string>)client.Call("Run", server.Address.OriginalString)!;
    }

    private static async Task AnswerAsync(HttpContext context, ConcurrentDictionary<int, byte[]> parts)
    {
        var request = context.Request;
        var path = request.Path.Value!.Split('/')[1..];
        var body = await request.Body.ReadAllAsync();
        switch ((request.Method, path))
        {
            case ("POST", [var key, "uploads"]):
                await SayAsync(context, 200, new XElement(
                    S3 + "InitiateMultipartUploadResult",
                    new XElement(S3 + "Bucket", "b"),
                    new XElement(S3 + "Key", key),
                    new XElement(S3 + "UploadId", "u-1")));
                break;
            case ("GET", [_, "uploads", "u-1", "parts", var number, "url"]):
                var url = $"{request.Scheme}://{request.Host}/stored/uploads/u-1/parts/{number}";
                await SayAsync(context, 200, new XElement("SignedPart", new XElement("Url", url)));
                break;
            case ("PUT", [_, "uploads", "u-1", "parts", var number]):
                parts[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)] = body;
                context.Response.Headers.ETag = $"\"part-{number}\"";
                break;
            case ("POST", [_, "uploads", "u-1"]):
                var stored = parts.OrderBy(part => part.Key).ToList();
                var told = XElement.Parse(Encoding.UTF8.GetString(body));
                Assert.Equal(S3 + "CompleteMultipartUpload", told.Name);
                Assert.Equal(
                    stored.Select(part => $"{part.Key} \"part-{part.Key}\""),
                    told.Elements(S3 + "Part").Select(part => $"{part.Element(S3 + "PartNumber")!.Value} {part.Element(S3 + "ETag")!.Value}"));
                var whole = Convert.ToHexString(stored.SelectMany(part => part.Value).ToArray());
                await SayAsync(context, 200, new XElement(
                    S3 + "CompleteMultipartUploadResult",
                    new XElement(S3 + "Location", "https://store.example.com/a%20b.bin"),
                    new XElement(S3 + "ETag", $"\"whole-{whole}\"")));
                break;
            default:
                await SayAsync(context, 404, new XElement("Error", new XElement("Code", "NoSuchUpload"), new XElement("Message", "No such upload.")));
                break;
        }
    }

    private static async Task SayAsync(HttpContext context, int status, XElement answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{answer}");
    }
}
