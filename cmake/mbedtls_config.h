#pragma once
// Of Mbed TLS, what Keyrack uses.
#define MBEDTLS_SHA256_C
