namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>UPG111 where a request made by hand goes to the URL of one upload with the headers of another.</summary>
public sealed class MixedByHandTests
{
    private const string Two = """
        var first = await vault.OpenAsync(request);
        var second = await vault.OpenAsync(request);
        using var message = new HttpRequestMessage(HttpMethod.Put, first.Url) { Content = new ByteArrayContent([1]) };

        """;

    [Theory]
    [InlineData("""
        foreach (var (name, value) in second.Headers) { message.Headers.{|UPG111:TryAddWithoutValidation|}(name, value); }
        await http.SendAsync(message);
        """)]
    [InlineData("""
        foreach (var header in second.Headers) { message.Content.Headers.{|UPG111:Add|}(header.Key, header.Value); }
        await http.SendAsync(message);
        """)]
    [InlineData("""
        message.Headers.{|UPG111:Add|}("x-ms-blob-type", second.Headers["x-ms-blob-type"]);
        await http.SendAsync(message);
        """)]
    [InlineData("""
        var headers = second.Headers;
        foreach (var header in headers.Where(one => one.Key != "host"))
        {
            if (!message.Headers.{|UPG111:TryAddWithoutValidation|}(header.Key, header.Value))
            {
                message.Content!.Headers.{|UPG111:TryAddWithoutValidation|}(header.Key, header.Value);
            }
        }
        using var response = await http.SendAsync(message);
        """)]
    public Task The_headers_of_another(string statements) => VerifyAsync(Two + statements);

    [Fact]
    public Task The_headers_of_another_on_a_content() => VerifyAsync("""
        var first = await vault.OpenAsync(request);
        var second = await vault.OpenAsync(request);
        var body = new ByteArrayContent([1]);
        foreach (var (name, value) in second.Headers) { body.Headers.{|UPG111:TryAddWithoutValidation|}(name, value); }
        await http.PutAsync(first.Url, body);
        """);

    [Theory]
    [InlineData("""
        foreach (var (name, value) in first.Headers) { message.Headers.TryAddWithoutValidation(name, value); }
        await http.SendAsync(message);
        """)]
    [InlineData("""
        foreach (var (name, value) in (flag ? first : second).Headers) { message.Headers.TryAddWithoutValidation(name, value); }
        await http.SendAsync(message);
        """)]
    [InlineData("""
        foreach (var (name, value) in first.Headers) { message.Headers.TryAddWithoutValidation(name, value); }
        message.Headers.Add("x-same", second.Headers["x-same"]);
        await http.SendAsync(message);
        """)]
    [InlineData("""
        foreach (var (name, value) in second.Headers) { message.Headers.TryAddWithoutValidation(name, value); }
        message.RequestUri = second.Url;
        await http.SendAsync(message);
        """)]
    [InlineData("""
        foreach (var (name, value) in second.Headers) { http.DefaultRequestHeaders.Remove(name + value); }
        message.Headers.Add("x-own", "1");
        await http.SendAsync(message);
        """)]
    public Task Silent_about(string statements) => VerifyAsync(Two + statements);

    private static Task VerifyAsync(string statements) => ServiceCode.VerifyAsync($$"""
        public async Task StoreAsync(OpenRequest request, bool flag)
        {
            {{statements}}
            repository.Save((first.Headers.Count, first, second, flag));
        }
        """);
}
