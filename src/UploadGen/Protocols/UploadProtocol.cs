using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>How a file is sent to one URL in several requests, so that after a break only what is missing is sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum UploadProtocol
{
    /// <summary>
    /// tus 1.0.0: <c>PATCH</c> from an offset, <c>HEAD</c> to ask for it; with its extensions for creation, creation with upload, expiration, checksums and
    /// termination.
    /// </summary>
    Tus,

    /// <summary>
    /// <c>PUT</c> with <c>Content-Range</c> to the URL of a session, 308 with the <c>Range</c> that is there until the file is complete, as Google's APIs have
    /// it; requests of a multiple of 256 KiB.
    /// </summary>
    ContentRanges,

    /// <summary>
    /// <c>PUT</c> with <c>Content-Range</c> to the URL of a session, 202 with <c>nextExpectedRanges</c> until the file is complete, as Microsoft Graph has it;
    /// requests of a multiple of 320 KiB below 60 MiB.
    /// </summary>
    ExpectedRanges,

    /// <summary>Resumable Uploads for HTTP (draft-ietf-httpbis-resumable-upload, interop version 8).</summary>
    HttpResumable,

    /// <summary>Azure's blocks, by a shared access signature: Put Block and Put Block List; a file of up to 256 MiB goes in one Put Blob.</summary>
    Blocks,
}
