using UploadGen.Generator.Model;

namespace UploadGen.Generator.Tests.Flows;

/// <summary>Digests of the file that an API must be told: which are made by the call, and which are asked of the caller.</summary>
public class DigestTests
{
    [Theory]
    [InlineData("sha256", """ "pattern": "^[a-f0-9]{64}$" """, "sha256.hex")]
    [InlineData("sha256", """ "pattern": "^[A-Fa-f0-9]{64}$" """, "sha256.hex")]
    [InlineData("sha256", """ "description": "Hex-encoded." """, "sha256.hex")]
    [InlineData("sha256Hash", """ "description": "The SHA-256 of the file, as a hexadecimal string." """, "sha256.hex")]
    [InlineData("sha512", """ "minLength": 128, "maxLength": 128 """, "sha512.hex")]
    [InlineData("fileHash", """ "description": "MD5 hash of the file", "example": "3c7d87c9575702bc3b1e991f4d3c638e" """, "md5.hex")]
    [InlineData("sourceFileChecksum", """ "description": "SHA1 of the source file", "example": "134b65991ed521fcfe4724b7d814ab8ded5185dc" """, "sha1.hex")]
    [InlineData("checksum", """ "description": "SHA-256 checksum of the file, lowercase hexadecimal." """, "sha256.hex")]
    [InlineData("contentMD5", """ "description": "Base64-encoded MD5 of the content." """, "md5.base64")]
    [InlineData("content_md5", """ "minLength": 24, "maxLength": 24 """, "md5.base64")]
    [InlineData("md5", """ "pattern": "^[A-Za-z0-9+/]{22}==$" """, "md5.base64")]
    [InlineData("md5", """ "format": "byte" """, "md5.base64.bytes")]
    [InlineData("md5Base64", "", "md5.base64")]
    [InlineData("sha256_hex", "", "sha256.hex")]
    [InlineData("crc32", """ "pattern": "^[0-9a-f]{8}$" """, "crc32.hex")]
    [InlineData("crc32c", """ "description": "CRC32C of the file in base64, in big-endian byte order." """, "crc32c.base64")]
    [InlineData("checksum", """ "description": "CRC-64/NVME, base64." """, "crc64nvme.base64")]
    [InlineData("x_amz_checksum_sha256", """ "description": "Base64." """, "sha256.base64")]
    [InlineData("file_hash", """ "example": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" """, "sha256.oci")]
    [InlineData("file_hash", """ "pattern": "^sha256:[0-9a-f]{64}$", "description": "SHA-256" """, "sha256.oci")]
    [InlineData("digest", """ "pattern": "^sha256:[a-f0-9]{64}$", "description": "The hex encoded digest of the artifact." """, "sha256.oci")]
    [InlineData("checksum", """ "description": "SHA-256 of the file as `sha256:HEX_DIGEST`." """, "sha256.oci")]
    [InlineData("sha256", """ "description": "SHA256: the digest in hex." """, "sha256.hex")]
    [InlineData("digest", """ "description": "Digest of the file, as RFC 9530 has it, by SHA-256." """, "sha256.rfc9530")]
    [InlineData("digest", """ "example": "SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=" """, "sha256.rfc3230")]
    public void What_is_certain_is_made_by_the_call(string name, string schema, string made)
    {
        var run = Of(name, schema);

        Assert.EndsWith($": digest.{made}", PlanText.Of(run.Flow<UrlFlowModel>().Opening.Create), StringComparison.Ordinal);
        Assert.Contains($"the file itself tells filename, {name}", Assert.Single(run.Found), StringComparison.Ordinal);
        Assert.Empty(run.NotBound);
    }

    [Theory]
    [InlineData("fileHash", "")]
    [InlineData("sha256", "")]
    [InlineData("sha256", """ "maxLength": 255 """)]
    [InlineData("sha256", """ "minLength": 1, "maxLength": 64 """)]
    [InlineData("sha256", """ "example": "string" """)]
    [InlineData("sha256", """ "description": "In hex or Base64." """)]
    [InlineData("sha256", """ "description": "In URL-safe base64." """)]
    [InlineData("sha256", """ "description": "Uppercase hex." """)]
    [InlineData("sha256", """ "description": "Hex.", "example": "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08" """)]
    [InlineData("sha256", """ "description": "Hex.", "maxLength": 44 """)]
    [InlineData("crc32c", """ "description": "In base64, little-endian." """)]
    [InlineData("contentMD5", """ "description": "An MD5 hash of the content, to find out whether it was corrupted." """)]
    [InlineData("content-md5", """ "description": "SHA1 hash of the file.", "example": "134b65991ed521fcfe4724b7d814ab8ded5185dc" """)]
    [InlineData("checksum", """ "description": "SHA-256 or MD5, hex." """)]
    [InlineData("checksum", """ "pattern": "^[a-f0-9]{64}$" """)]
    [InlineData("hash", """ "description": "SHA3-256 of the file in hex." """)]
    [InlineData("sha256", """ "pattern": "(" """)]
    public void What_is_not_certain_is_asked_of_the_caller_who_is_told_of_the_statement(string name, string schema)
    {
        var run = Of(name, schema);

        Assert.Matches(@": caller\.\w+$", PlanText.Of(run.Flow<UrlFlowModel>().Opening.Create));
        Assert.Contains($"; the caller tells {name}, unless a digest states how it is made and written", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("part_md5", "")]
    [InlineData("password_sha256", """ "description": "Hex." """)]
    [InlineData("commit_sha1", """ "description": "Hex." """)]
    [InlineData("key_md5", """ "description": "Base64." """)]
    [InlineData("sha256", """ "description": "SHA-256 of the encrypted file, in hex." """)]
    [InlineData("sha256", """ "description": "SHA-256 of the first chunk, in hex." """)]
    [InlineData("checksum", """ "description": "Composite SHA-256 checksum of all parts, in base64." """)]
    [InlineData("hash", """ "type": "integer" """)]
    public void What_is_of_something_else_is_asked_of_the_caller(string name, string schema)
    {
        var run = Of(name, schema);

        Assert.Matches(@": caller\.\w+$", PlanText.Of(run.Flow<UrlFlowModel>().Opening.Create));
        Assert.DoesNotContain("digest", Assert.Single(run.Found), StringComparison.Ordinal);
    }

    /// <summary>It would cost a read of the file that nobody asked for.</summary>
    [Fact]
    public void What_need_not_be_told_is_not_made()
        => Assert.EndsWith(
            ": caller.sha256",
            PlanText.Of(Of("sha256", """ "description": "Hex." """, isRequired: false).Flow<UrlFlowModel>().Opening.Create),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("query", "sha256", "Hex.", "digest.sha256.hex")]
    [InlineData("header", "X-File-SHA256", "Hex.", "digest.sha256.hex")]
    [InlineData("header", "Digest", "RFC 3230 digest of the file, by SHA-256.", "digest.sha256.rfc3230")]
    [InlineData("header", "Content-MD5", "", "caller.contentMd5")]
    [InlineData("header", "Digest", "By SHA-256, RFC 3230.", "caller.digest")]
    [InlineData("header", "X-Amz-Content-Sha256", "Hex.", "caller.xAmzContentSha256")]
    public void A_header_that_HTTP_means_of_the_request_itself_is_not_of_the_file(string place, string name, string text, string told)
    {
        var run = FlowRun.OfPaths(Opening($$"""
            "parameters": [{ "name": "{{name}}", "in": "{{place}}", "required": true, "description": "{{text}}", "schema": { "type": "string" } }],
            """));

        Assert.Contains($": {told}", PlanText.Of(run.Flow<UrlFlowModel>().Opening.Create), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-MD5", "", "digest.md5.base64")]
    [InlineData("x-amz-checksum-crc64nvme", "", "digest.crc64nvme.base64")]
    [InlineData("x-amz-content-sha256", "", "digest.sha256.hex")]
    [InlineData("Repr-Digest", "By SHA-512.", "digest.sha512.rfc9530")]
    [InlineData("Content-Digest", "SHA-256", "digest.sha256.rfc9530")]
    [InlineData("Digest", "SHA-256", "digest.sha256.rfc3230")]
    [InlineData("Content-Digest", "", "caller.contentDigest")]
    public void A_header_beside_the_file_is_of_the_file(string name, string text, string told)
    {
        var run = FlowRun.OfPaths($$"""
            {{FlowRun.Operation("/uploads", "openUpload").Replace("\"status\"", "\"id\": { \"type\": \"string\" }, \"status\"", StringComparison.Ordinal)}},
            "/uploads/{id}/content": { "put": { "operationId": "send", "parameters": [ {{FlowRun.PathParameter("id")}},
                { "name": "{{name}}", "in": "header", "required": true, "description": "{{text}}", "schema": { "type": "string" } } ],
              "requestBody": { "required": true, "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } },
              "responses": { "204": { "description": "Taken" } } } },
            {{FlowRun.Operation("/uploads/{id}/complete", "complete", FlowRun.PathParameter("id"))}}
            """);

        Assert.Contains($": {told}", PlanText.Of(run.Flow<SequenceFlowModel>().Send), StringComparison.Ordinal);
    }

    [Fact]
    public void A_confirmation_is_told_a_digest_or_again_what_was_told()
    {
        const string Member = """ "sha256": { "type": "string", "description": "Hex." } """;
        var run = FlowRun.OfPaths($$"""
            {{Opening("", Member, "\"filename\", \"sha256\"")}},
            {{FlowRun.Operation(
                "/files/{id}/complete", "complete", FlowRun.PathParameter("id"),
                """{ "type": "object", "required": ["sha256", "md5"], "properties": { "sha256": { "type": "string" }, "md5": { "type": "string", "format": "byte" } } }""")}}
            """);

        Assert.EndsWith("Sha256: digest.sha256.hex, Md5: digest.md5.base64.bytes", PlanText.Of(run.Confirm()), StringComparison.Ordinal);
        Assert.Contains(
            "Digests = [global::UploadGen.Core.DigestAlgorithm.Sha256, global::UploadGen.Core.DigestAlgorithm.Md5],",
            string.Concat(run.Run.Files.Values), StringComparison.Ordinal);
    }

    private static FlowRun Of(string name, string schema, bool isRequired = true)
    {
        var type = schema.Contains("\"type\"", StringComparison.Ordinal) ? "" : "\"type\": \"string\"";
        var members = string.Join(", ", new[] { type, schema.Trim() }.Where(part => part.Length > 0));
        return FlowRun.OfPaths(Opening("", $$""" "{{name}}": { {{members}} } """, isRequired ? $"\"filename\", \"{name}\"" : "\"filename\""));
    }

    private static string Opening(string more, string member = "\"note\": { \"type\": \"string\" }", string required = "\"filename\"") => $$"""
        "/files": { "post": { "operationId": "openUpload", "description": "Send the bytes by PUT.", {{more}}
          "requestBody": { "required": true, "content": { "application/json": { "schema": {
            "type": "object", "required": [{{required}}], "properties": { "filename": { "type": "string" }, {{member}} } } } } },
          "responses": { "201": { "description": "Opened", "content": { "application/json": { "schema": {
            "type": "object", "required": ["id", "upload_url"], "properties": { "id": { "type": "string" }, "upload_url": { "type": "string" } } } } } } } } }
        """;
}
