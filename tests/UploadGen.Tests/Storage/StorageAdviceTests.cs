using System.Net;
using System.Text;

namespace UploadGen.Tests;

/// <summary>What a person is told of a refusal.</summary>
public class StorageAdviceTests
{
    private const string Sas = "?sv=2024-08-04&sr=b&sig=topsecret";
    private const string Signed = "?X-Amz-Signature=topsecret&X-Amz-SignedHeaders=content-type%3Bhost%3Bx-amz-meta-owner";

    [Fact]
    public void A_signed_header_that_was_not_sent_is_named()
    {
        var advice = Advice(403, "<Code>SignatureDoesNotMatch</Code>", Signed, ("x-amz-acl", "private"));
        Assert.StartsWith(
            "The signature covers the headers content-type, host, x-amz-meta-owner; sent were Host, x-amz-acl, Content-Type.",
            advice,
            StringComparison.Ordinal);
        Assert.Contains("Signed and not sent: x-amz-meta-owner.", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void When_all_signed_headers_were_sent_a_value_is_what_differs()
    {
        var advice = Advice(403, "<Code>SignatureDoesNotMatch</Code>", Signed, ("X-Amz-Meta-Owner", "John"));
        Assert.Contains("one has another value", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("not sent", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("John", advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "<Code>AccessDenied</Code>")]
    [InlineData(400, "<Code>Whatever</Code>")]
    public void A_refusal_of_another_kind_tells_of_a_missing_header_too(int status, string xml)
        => Assert.Contains("Signed and not sent: x-amz-meta-owner.", Advice(status, xml, Signed), StringComparison.Ordinal);

    [Theory]
    [InlineData("<Code>AuthenticationFailed</Code>", Sas)]
    [InlineData("<Code>AuthorizationFailure</Code>", Sas)]
    [InlineData("<Code>SignatureDoesNotMatch</Code>", "?AWSAccessKeyId=a&Signature=topsecret")]
    [InlineData("", "")]
    public void Where_no_signed_header_is_known_none_is_spoken_of(string xml, string query)
    {
        var advice = Advice(403, xml, query);
        Assert.DoesNotContain("header", advice, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Open the upload again", advice, StringComparison.Ordinal);
        Assert.All(advice.Split(". "), sentence => Assert.True(char.IsUpper(sentence[0]), sentence));
    }

    [Theory]
    [InlineData("<Code>AccessDenied</Code><Message>Invalid according to Policy</Message>", "policy may not allow")]
    [InlineData("<Code>SignatureDoesNotMatch</Code>", "isn't that of this form")]
    [InlineData(
        "<Code>EntityTooLarge</Code><MaxSizeAllowed>999</MaxSizeAllowed><ProposedSize>1000</ProposedSize>",
        "the form's policy allows (content-length-range): at most 999 bytes, and 1000 were sent.")]
    [InlineData("<Code>EntityTooLarge</Code><MaxSizeAllowed>many</MaxSizeAllowed>", "the form's policy allows (content-length-range).")]
    public void A_form_is_spoken_of_as_a_form(string xml, string expected)
        => Assert.Contains(expected, Advice(xml.Contains("Large", StringComparison.Ordinal) ? 400 : 403, xml, "", HttpMethod.Post), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_too_large_for_storage_is_told_with_the_limit()
        => Assert.Equal(
            "The file is larger than storage takes in one request: at most 5 bytes.",
            Advice(400, "<Code>EntityTooLarge</Code><MaxSizeAllowed>5</MaxSizeAllowed>", ""));

    [Fact]
    public void An_end_that_the_URL_states_is_told()
        => Assert.Equal(
            "The upload URL has expired; it was good until 2020-01-01 00:01:00 UTC. Open the upload again and send the file to the new URL.",
            Advice(403, "<Code>AccessDenied</Code>", "?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60"));

    [Theory]
    [InlineData("?X-Amz-Date=20200101T000000Z")]
    [InlineData("?X-Amz-Date=20990101T000000Z&X-Amz-Expires=60")]
    public void An_end_that_the_URL_does_not_state_or_that_is_to_come_is_not_told(string query)
        => Assert.StartsWith("The upload URL has expired. Open", Advice(403, "<Code>ExpiredToken</Code>", query), StringComparison.Ordinal);

    [Fact]
    public void A_key_that_storage_does_not_know_is_the_signers_matter()
        => Assert.Contains("the API's operator to mend", Advice(403, "<Code>InvalidAccessKeyId</Code>", Signed), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("<Code>MissingRequiredHeader</Code>")]
    public void A_shared_access_signature_without_the_blobs_type_is_told_so(string xml)
        => Assert.Contains("x-ms-blob-type", Advice(400, xml, Sas), StringComparison.Ordinal);

    [Fact]
    public void With_the_blobs_type_it_is_something_else()
        => Assert.DoesNotContain("x-ms-blob-type", Advice(400, "", Sas, ("x-ms-blob-type", "BlockBlob")), StringComparison.Ordinal);

    [Theory]
    [InlineData(200, "InternalError", "Storage is in trouble or busy. Try again later.")]
    [InlineData(500, "InternalError", "Storage is in trouble or busy. Try again later.")]
    [InlineData(200, "SlowDown", "Storage is busy. Try again later.")]
    [InlineData(200, "Odd", "It began with an answer of success")]
    [InlineData(400, "RequestTimeout", "didn't get the whole request")]
    [InlineData(409, "OperationAborted", "Another request is changing the same object")]
    [InlineData(409, "BlobAlreadyExists", "There is an object at this place already")]
    [InlineData(412, "LeaseIdMissing", "it was changed, or is locked")]
    [InlineData(404, "NoSuchBucket", "The bucket that the URL points to isn't there")]
    [InlineData(404, "NoSuchUpload", "doesn't know the upload that this is a part of")]
    [InlineData(410, "Gone", "isn't there, or not any more")]
    [InlineData(401, "Odd", "The URL may have expired")]
    [InlineData(405, "MethodNotAllowed", "Storage takes no PUT at this URL")]
    [InlineData(415, "Odd", "doesn't take the media type")]
    [InlineData(501, "NotImplemented", "can't do what the request asks for")]
    [InlineData(507, "Odd", "has no room")]
    public void Each_error_has_advice_of_its_own(int status, string code, string advice)
        => Assert.Contains(advice, Advice(status, $"<Code>{code}</Code>", Signed), StringComparison.Ordinal);

    [Theory]
    [InlineData(412, "If-None-Match", "*", "There is an object at this place already")]
    [InlineData(412, "x-goog-if-generation-match", "0", "There is an object at this place already")]
    [InlineData(412, "x-goog-if-generation-match", "17", "it was changed, or is locked")]
    [InlineData(412, "If-Match", "\"abc\"", "it was changed, or is locked")]
    public void An_object_is_there_only_where_the_request_forbids_one(int status, string name, string value, string advice)
        => Assert.Contains(advice, Advice(status, "", "", (name, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData(307, "ftp://other.example/k", "It redirects to ftp://other.example/k, and that isn't followed: files are sent over https only.")]
    [InlineData(307, "mailto:a@b.example", "It redirects to mailto:…, and that isn't followed: files are sent over https only.")]
    [InlineData(307, "http://other.example/k", "It redirects to http://other.example/k, and that isn't followed: uploads never go from https to http.")]
    [InlineData(308, "https://a:b@other.example/k", "It redirects to https://other.example/k, and that isn't followed: the user name in it")]
    [InlineData(302, "/k2?sig=topsecret", "It redirects to https://storage.example/k2?…, and that isn't followed: uploads follow a 307 or 308 only")]
    [InlineData(307, "/k2", "It redirects to https://storage.example/k2, and that isn't followed: uploads follow two redirects at most")]
    [InlineData(307, "//[", "It redirects, and doesn't say where to, or that is no URL.")]
    [InlineData(307, "", "It redirects, and doesn't say where to, or that is no URL.")]
    [InlineData(304, "", "That is no answer to an upload")]
    public void A_redirect_that_is_not_followed_tells_why(int status, string location, string advice)
        => Assert.StartsWith(advice, Advice(status, "", "", HttpMethod.Put, location: location), StringComparison.Ordinal);

    private static string Advice(int status, string xml, string query, params (string Name, string Value)[] headers)
        => Advice(status, xml, query, HttpMethod.Put, headers: headers);

    private static string Advice(
        int status, string xml, string query, HttpMethod method, string location = "", params (string Name, string Value)[] headers)
    {
        var type = method == HttpMethod.Post ? "multipart/form-data" : "image/png";
        using var request = new HttpRequestMessage(method, "https://storage.example/k" + query) { Content = new StringContent("", Encoding.UTF8, type) };
        foreach ((var name, var value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = new HttpResponseMessage((HttpStatusCode)status);
        if (location.Length > 0)
        {
            response.Headers.TryAddWithoutValidation("Location", location);
        }

        var refusal = StorageRefusal.Read(response, request.RequestUri!, Encoding.UTF8.GetBytes($"<Error>{xml}</Error>"));
        var advice = StorageAdvice.For(response, refusal, request);
        Assert.DoesNotContain("topsecret", advice, StringComparison.Ordinal);
        return advice;
    }
}
