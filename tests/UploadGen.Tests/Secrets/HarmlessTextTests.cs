namespace UploadGen.Tests;

/// <summary>What is left of a text: what people write for people stays, so that messages are of use.</summary>
public class HarmlessTextTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"error":{"code":"invalid_request_error","message":"No such file: 'a.png'","param":null}}""", null)]
    [InlineData(
        """{"detail":[{"type":"less_than_equal","loc":["body","size_bytes"],"msg":"Input should be less than or equal to 52428800","input":60000000}]}""",
        """{"detail":[{"type":"less_than_equal","loc":["body","size_bytes"],"msg":"Input should be less than or equal to 52428800","input":…}]}""")]
    [InlineData(
        """{"type":"https://example.com/too-large","title":"Too large","status":413,"detail":"At most 50 MiB (52,428,800).","instance":"/uploads/12"}""", null)]
    [InlineData(
        """{"errors":{"Size":["The field Size must be between 1 and 100."]},"traceId":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}""",
        null)]
    [InlineData("""{"filename":["This field is required."]}""", null)]
    [InlineData("""{ "message" : "X-Team-ID must name the team",  "ok": false }""", """{"message":"X-Team-ID must name the team","ok":false}""")]
    [InlineData("""{"message":"Datei zu groß – höchstens 50 MiB, 文件太大"}""", null)]
    [InlineData("""{"message":"it said \"no\""}""", null)]
    [InlineData("""{"message":"see https://docs.example.com/errors/quota?lang=en#top, then retry in 30s"}""",
        """{"message":"see https://docs.example.com/errors/quota?… then retry in 30s"}""")]
    [InlineData(
        """{"message":"token sk_live_51Hq8ZkGx7Yw2vNbTc9 is revoked","access_token":"ya29.a0AfH6SMBx"}""",
        """{"message":"token … is revoked","access_token":"…"}""")]
    [InlineData("""{"message":"asset 0198f2a4-9c1e-7000-8000-000000000001 is gone"}""", """{"message":"asset … is gone"}""")]
    [InlineData("""{"message":"cut""", """{"message":…""")]
    [InlineData("\"not found\"", null)]
    [InlineData("<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><hr><center>nginx/1.18.0</center></body></html>",
        "<html> <head><title>502 Bad Gateway</title></head> <body><hr><center>nginx/1.18.0</center></body></html>")]
    [InlineData("upstream connect error or disconnect/reset before headers. reset reason: connection termination", null)]
    [InlineData("The upload's quota (10 GB) is used up; it's 100% full.", null)]
    [InlineData("error code: 1020", null)]
    public async Task The_text_of_an_error_is_shown(string body, string? shown)
    {
        await using var server = await WebServer.RecordingAsync(400, body, "text/plain; charset=utf-8");
        var api = server.Connect();

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(api.Request("op", HttpMethod.Get, "/x"), new ApiResponses(), Token));

        Assert.Equal(shown ?? body, error.BodyStart);
        Assert.Contains($" Body: {error.BodyStart}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":"x","b":[1,true,null,{"c d":"y"}],"url":"https://s.example/k/a.png?sig=1"}""",
        """{"a":"…","b":[…,true,null,{"c d":"…"}],"url":"https://s.example/k/a.png?…"}""")]
    [InlineData("<html><body>Sign in</body></html>", "<html><body>Sign in</body></html>")]
    [InlineData("<Upload><Url>x</Url></Upload>", "<Upload><Url>…</Url></Upload>")]
    [InlineData("policy", "…")]
    public async Task Of_an_answer_that_cannot_be_read_the_shape_is_shown(string body, string shown)
    {
        await using var server = await WebServer.RecordingAsync(200, body);
        var api = server.Connect();

        var wrong = await Assert.ThrowsAsync<ResponseFormatException>(() => api.SendAsync(
            api.Request("op", HttpMethod.Get, "/x"), new ApiResponses<long>().Json("200", JsonCodec.ReadInt64), Token));

        Assert.Equal(shown, wrong.BodyStart);
    }

    [Theory]
    [InlineData("req_8GxYzW2vNbTc", true)]
    [InlineData("0198f2a4-9c1e-7000-8000-000000000001", true)]
    [InlineData("4442587FB7D0A2F9", true)]
    [InlineData("tx000003d5a4d8d7ee6d6e8-006566a3c8-1234-default", true)]
    [InlineData("8a1b2c3d4e5f6789-FRA", true)]
    [InlineData("0HN4F3:00000001", true)]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0", false)]
    [InlineData("5f1c0de9a7b3428e6d90c1f2ab34de567890fedcba0123456789abcdef012345", false)]
    [InlineData("Bearer x", false)]
    [InlineData("a+b/c==", false)]
    public async Task A_request_id_is_shown_where_it_looks_like_one(string id, bool isShown)
    {
        await using var server = WireServer.Recording([], Scene.Answer("400 No", "", $"x-request-id: {id}\r\n"));
        var api = new ApiConnection(null, new UploadClientOptions { BaseAddress = new Uri(server.Address) }, "");

        var error = await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(api.Request("op", HttpMethod.Get, "/x"), new ApiResponses(), Token));

        Assert.Equal(isShown ? id : null, error.RequestId);
    }

    [Theory]
    [InlineData(
        "https://s3.eu-central-1.amazonaws.com/bucket/inputs/perfume%20bottle.webp?X-Amz-Signature=1",
        "https://s3.eu-central-1.amazonaws.com/bucket/inputs/perfume%20bottle.webp?…")]
    [InlineData("https://user:word@storage.example/k", "https://storage.example/k")]
    [InlineData("https://storage.example/up/fe6987415ace7X4e1eF866337/a", "https://storage.example/up/…/a")]
    [InlineData("https://storage.example/up/abc%2Bdef%2Fghi", "https://storage.example/up/…")]
    [InlineData("/assets/12/parts?page=2", "/assets/12/parts?…")]
    [InlineData("https://d111111abcdef8.cloudfront.net/k", "https://d111111abcdef8.cloudfront.net/k")]
    [InlineData("https://my-team-uploads-0123456789ab.s3.amazonaws.com/k", "https://my-team-uploads-0123456789ab.s3.amazonaws.com/k")]
    [InlineData("https://[::1]:8080/k", "https://[::1]:8080/k")]
    [InlineData("https://xn--bcher-kva.example/k", "https://xn--bcher-kva.example/k")]
    [InlineData("https://qmvhcmvyiff4n1proxzumndmcjhzyjntsgm1zepmnmdlcz.example/k", "https://…/k")]
    [InlineData("https://qmvhcmvyiff4n1proxzumndmcjhzyjntsgm1zepmnmdlczfhuhe0bkuwdssveno9", "https://…")]
    [InlineData("mailto:ada@example.com", "…")]
    [InlineData("", "")]
    public void A_URL_is_shown_by_host_and_plain_path(string url, string shown) => Assert.Equal(shown, Redaction.Url(url));

    [Theory]
    [InlineData("Connection refused (127.0.0.1:9)")]
    [InlineData("The SSL connection could not be established, see inner exception.")]
    [InlineData("The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot, PartialChain")]
    [InlineData("The HTTP/2 server closed the connection. HTTP/2 error code 'NO_ERROR' (0x0). (ProtocolError)")]
    public void What_the_network_says_stays_as_it_is(string message)
    {
        var cause = new HttpRequestException(message, new IOException(message));
        Assert.Same(cause, SafeCause.Of(cause, secrets: null));
    }
}
