namespace UploadGen.Core;

/// <summary>Where uploads go: what journals and states are bound to.</summary>
/// <param name="Address">
/// The API's base address, as far as it is harmless: some have the caller's token in their path, and journals hold no secret. Empty where it isn't known.
/// </param>
/// <param name="Account">The account, if the caller has named it.</param>
internal readonly record struct UploadTarget(string Address, string? Account)
{
    /// <summary>Of a client for test doubles.</summary>
    public static UploadTarget Unknown { get; } = new("", null);

    public static UploadTarget Of(Uri? address, string? account)
    {
        var place = address?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        return new(Redaction.Url(place)?.TrimEnd('/') ?? "", account);
    }

    /// <summary>The address and the account. It is written into journals, and stays as it is.</summary>
    public override string ToString() => Account is null ? Address : $"{Address} as {Account}";
}
