// What nearly every file of the engine reads: the ground that all its layers stand on.
global using ServiceCrm.GraphQL.Errors;
global using ServiceCrm.GraphQL.Language;
global using System.Buffers;
global using System.Collections.Immutable;
global using System.Diagnostics.CodeAnalysis;
global using System.Globalization;
global using System.Runtime.CompilerServices;
global using System.Runtime.InteropServices;
global using System.Text;
global using System.Text.Json;
