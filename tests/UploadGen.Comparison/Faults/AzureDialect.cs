namespace UploadGen.Comparison.Faults;

/// <summary>Azure's (<see href="https://learn.microsoft.com/rest/api/storageservices/put-blob"/>): the success tells the MD5 of what is held; the ETag tells nothing.</summary>
internal sealed class AzureDialect : Dialect
{
    public override (int Status, string Code) Damaged => (400, "Md5Mismatch");

    public override (int Status, string Code) Occupied => (409, "BlobAlreadyExists");

    public override (int Status, string Code) Throttled => (503, "ServerBusy");

    public override (int Status, string Code) Forbidden => (403, "AuthorizationFailure");

    public override (int Status, string Headers) Success(byte[] held)
        => (201,
            $"ETag: \"0x8DE0A4D5F1C2B3E\"\r\nLast-Modified: {DateTimeOffset.UtcNow:R}\r\nContent-MD5: {Convert.ToBase64String(Md5(held))}\r\n"
            + "x-ms-request-server-encrypted: true\r\n");

    public override byte[]? FileIn(WireRequest request)
        => request["x-ms-content-crc64"] is not null ? throw new NotSupportedException("A checksum of another kind came: CRC-64.")
            : request["Content-MD5"] is { } md5 && md5 != Convert.ToBase64String(Md5(request.Body)) ? null
            : request.Body;

    public override string RefusalHeaders(string code) => $"x-ms-error-code: {code}\r\n";
}
