/** VGG19 on photographs, in as many pieces as it takes: each call goes on where the last ended. */
package pathprox.benchmark.photographs;
