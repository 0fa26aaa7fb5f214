namespace UploadGen.Generator;

/// <summary>The names of the steps, as the compiler's own tracking reports them.</summary>
internal static class Steps
{
    public const string Read = "UploadGen.Read";
    public const string Overlay = "UploadGen.Overlay";
    public const string Workflow = "UploadGen.Workflow";
    public const string Reference = "UploadGen.Reference";
    public const string Parse = "UploadGen.Parse";
    public const string Bind = "UploadGen.Bind";
    public const string Converters = "UploadGen.Converters";
    public const string Contexts = "UploadGen.Contexts";
    public const string Requirements = "UploadGen.Requirements";
    public const string HttpClientFactory = "UploadGen.HttpClientFactory";
    public const string Fail = "UploadGen.Fail";
    public const string Emit = "UploadGen.Emit";
}
